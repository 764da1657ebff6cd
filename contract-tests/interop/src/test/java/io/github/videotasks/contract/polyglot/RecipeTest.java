package io.github.videotasks.contract.polyglot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecipeTest {
  private static final Path RECIPES = Path.of("src/polyglot");

  @Test
  void recipesHaveUniqueTableRows() throws IOException {
    assertThat(Recipe.all(RECIPES).values())
        .extracting(recipe -> recipe.language() + " " + recipe.generator())
        .doesNotHaveDuplicates();
  }

  @Test
  void everyRecipeDeclaresRequirements() throws IOException {
    assertThat(Recipe.all(RECIPES).values())
        .allSatisfy(recipe -> assertThat(recipe.needs()).isNotEmpty());
  }

  @Test
  void everyRecipeHasRowInCommittedTable() throws IOException {
    PolyglotTable table = PolyglotTable.parse(Files.readString(Path.of("../../spec/POLYGLOT.md")));

    for (Map.Entry<String, Recipe> each : Recipe.all(RECIPES).entrySet()) {
      PolyglotRow row =
          PolyglotRow.of(each.getValue(), ClientEvaluation.missingTool("not requested"), "");
      assertThat(table.rows()).as(each.getKey()).anyMatch(row::isSameClient);
    }
  }
}
