package io.github.videotasks.spec.edit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.page.YamlReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListEditTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "[a, b]    ; [a, b, c] ; -                       ; [\"c\"]",
        "[a, b, c] ; [a, c]    ; [?(@ == 'b')]           ; []",
        "[a, b, c] ; [c]       ; [?(@ == 'a' || @ == 'b')] ; []",
        "[a, b, c] ; [a, x, b] ; [?(@ == 'b' || @ == 'c')] ; [\"x\",\"b\"]",
        "[a, b, a] ; [a, b]    ; [2]                     ; []",
        "[1, 2, 3] ; [1]       ; [1,2]                   ; []",
        "[a'b]     ; []        ; [0]                     ; []",
      })
  void removesItemsThenAppends(String old, String wanted, String removed, String appended) {
    ListEdit edit = ListEdit.between(list(old), list(wanted));
    assertThat(edit.removed()).isEqualTo(removed);
    assertThat(edit.appended().toString()).isEqualTo(appended);
  }

  private static ArrayNode list(String yaml) {
    return (ArrayNode) new YamlReader(YamlLimits.DEFAULT).read(yaml, "a", 1).get(0).root();
  }
}
