package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.runtime.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The table of the forms, which the leak test of contract-verifier reads. */
class SecretFormTest {

  private static final Path TABLE =
      Path.of("../spec/tool/src/test/resources/masking/key-forms.json");

  @Test
  void tableHasEveryForm() throws IOException {
    JsonValue table = JsonValue.parse(Files.readString(TABLE));
    String key = Objects.requireNonNull(Objects.requireNonNull(table.get("key")).asString());
    Map<String, JsonValue> forms = new LinkedHashMap<>();
    for (SecretForm form : SecretForm.values()) {
      // A form is the text between the quotes of JSON.
      forms.put(form.name(), JsonValue.parse("\"" + form.of(key) + "\""));
    }

    assertThat(table.get("forms")).isEqualTo(JsonValue.of(forms));
  }
}
