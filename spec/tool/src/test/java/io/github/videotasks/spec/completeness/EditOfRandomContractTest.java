package io.github.videotasks.spec.completeness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.SourcePaths;
import io.github.videotasks.spec.TestPages;
import io.github.videotasks.spec.edit.ContractEdit;
import io.github.videotasks.spec.edit.EditRefusedException;
import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.page.YamlReader;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import io.github.videotasks.spec.write.CanonicalYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random edits of contracts of random pages, which have recursive schemas, maps, fields without a
 * type and components without a name of a correction: each is accepted and then yields the edited
 * file, or is refused by line. {@code -Dedit.contracts=N} tries more contracts.
 */
class EditOfRandomContractTest {
  private static final int CONTRACTS = Integer.getInteger("edit.contracts", 25);
  private static final int EDITS = 3;
  private static final Set<OpenApiObject> DESCRIBED =
      Set.of(
          OpenApiObject.OPERATION,
          OpenApiObject.PARAMETER,
          OpenApiObject.RESPONSE,
          OpenApiObject.SCHEMA);

  @TempDir Path folder;

  private final TreeMap<String, Integer> counts = new TreeMap<>();

  @Test
  void yieldsTheEditedFileOrRefusesByLine() throws IOException {
    for (long seed = 0; seed < CONTRACTS; seed++) {
      DerivationResult derived = MergedPages.of(folder, RandomPages.of(seed)).derived();
      for (int edit = 0; edit < EDITS && derived.rejections().isEmpty(); edit++) {
        tryEdit(seed, edit, TestPages.text(derived, "openapi.yaml").getBytes(UTF_8));
      }
    }
    System.out.println("Edits of random contracts: " + counts);
    assertThat(counts.get("accepted")).isGreaterThan(3 * counts.getOrDefault("refused", 0));
  }

  private void tryEdit(long seed, int edit, byte[] contract) throws IOException {
    RandomChoices random = new RandomChoices(seed * EDITS + edit);
    byte[] edited = edit(contract, random);
    if (Arrays.equals(edited, contract)) {
      return;
    }
    ContractEdit.OverlayTexts texts =
        new ContractEdit.OverlayTexts("010-edit.overlay.yaml", "a", "b", List.of("c"));
    Path correction = folder.resolve("corrections").resolve(texts.fileName());
    String what = "seed " + seed + ", edit " + edit;
    try {
      byte[] overlay =
          new ContractEdit(SourcePaths.of(folder), contract, texts).toOverlay("e.yaml", edited);
      Files.write(correction, overlay);
      assertThat(TestPages.text(TestPages.in(folder).derive(), "openapi.yaml"))
          .as(what)
          .isEqualTo(new String(edited, UTF_8));
      counts.merge("accepted", 1, Integer::sum);
    } catch (EditRefusedException e) {
      assertThat(e.getMessage())
          .as(what)
          .matches("(?s)(e\\.yaml:[0-9]+: \\[edit-refused] .*found.*\n?)+");
      counts.merge("refused", 1, Integer::sum);
    } catch (RuntimeException e) {
      throw new AssertionError(what, e);
    } finally {
      Files.deleteIfExists(correction);
    }
  }

  private static byte[] edit(byte[] contract, RandomChoices random) {
    ObjectNode root =
        (ObjectNode)
            new YamlReader(YamlLimits.DEFAULT)
                .read(new String(contract, UTF_8), "a", 1)
                .get(0)
                .root();
    List<ObjectNode> described = new ArrayList<>();
    List<ObjectNode> components = new ArrayList<>();
    OpenApiWalker.walkDocument(
        root,
        (kind, node, pointer) -> {
          if (DESCRIBED.contains(kind) && !node.has("$ref")) {
            described.add(node);
          }
          if (pointer.matches("/components/schemas/[^/]+")) {
            components.add(node);
          }
        });
    ObjectNode node = random.pick(described);
    switch (random.below(6)) {
      case 0, 1, 2 -> node.put("description", "Written by hand.");
      case 3 -> node.put("x-note", random.below(100));
      case 4 -> node.remove("description");
      default -> {
        if (!components.isEmpty()) {
          random
              .pick(components)
              .withObjectProperty("properties")
              .putObject("added_by_hand")
              .put("type", "string");
        }
      }
    }
    return CanonicalYaml.write(root);
  }
}
