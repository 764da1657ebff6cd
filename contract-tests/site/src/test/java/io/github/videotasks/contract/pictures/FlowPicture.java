package io.github.videotasks.contract.pictures;

import io.github.videotasks.contract.site.FolderListing;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** From the pages of the vendors to the pacts: files of the repository as boxes. */
final class FlowPicture implements MeasuredPicture {

  private static final int BOX_HEIGHT = 26;
  private static final int TOP = 40;
  private static final int PAGE_X = 10;
  private static final int CONTRACT_X = 205;
  private static final int CLIENT_X = 370;
  private static final int PACT_X = 550;
  private static final int PACT_STEP = 37;

  private final List<String> pages = names("spec/pages", ".md");
  private final List<String> pacts = names("contract-tests/pacts", ".json");

  private static List<String> names(String folder, String extension) {
    try {
      return FolderListing.fileNames(DocumentTable.ROOT.resolve(folder), extension).stream()
          .map(name -> name.substring(0, name.length() - extension.length()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return "flow";
  }

  @Override
  public String data() {
    return String.join("\n", pages) + "\n\n" + String.join("\n", pacts) + "\n";
  }

  @Override
  public String draw(PictureTheme theme) {
    return SvgWriter.draw(WIDTH, HEIGHT, graphics -> paint(graphics, theme));
  }

  private void paint(Graphics2D graphics, PictureTheme theme) {
    graphics.setFont(SvgWriter.FONT);
    int middle = TOP + (pacts.size() * PACT_STEP - BOX_HEIGHT) / 2;
    int[] clientY = {TOP + 2 * PACT_STEP, TOP + 7 * PACT_STEP};
    heading(graphics, theme, PAGE_X, pages.size() + " pages");
    heading(graphics, theme, CONTRACT_X, "one contract");
    heading(graphics, theme, CLIENT_X, "two clients");
    heading(graphics, theme, PACT_X, pacts.size() + " pacts");
    for (int i = 0; i < pages.size(); i++) {
      int y = TOP + i * 2 * PACT_STEP + PACT_STEP / 2;
      box(graphics, theme, 0, PAGE_X, y, 150, pages.get(i) + ".md");
      line(graphics, theme, PAGE_X + 150, y, CONTRACT_X, middle);
    }
    box(graphics, theme, 1, CONTRACT_X, middle, 120, "openapi.yaml");
    List<String> clients = List.of("client-ext", "client-generated");
    for (int i = 0; i < clients.size(); i++) {
      box(graphics, theme, 2, CLIENT_X, clientY[i], 130, clients.get(i));
      line(graphics, theme, CONTRACT_X + 120, middle, CLIENT_X, clientY[i]);
    }
    for (int i = 0; i < pacts.size(); i++) {
      String client = pacts.get(i).contains("client-ext") ? "client-ext" : "client-generated";
      int y = TOP + i * PACT_STEP;
      box(
          graphics,
          theme,
          3,
          PACT_X,
          y,
          170,
          pacts.get(i).replaceFirst("video-tasks-client-(ext|generated)-", "$1: "));
      line(graphics, theme, CLIENT_X + 130, clientY[clients.indexOf(client)], PACT_X, y);
    }
  }

  private static void heading(Graphics2D graphics, PictureTheme theme, int x, String text) {
    graphics.setColor(theme.text());
    graphics.drawString(text, x, TOP - 18);
  }

  private static void box(
      Graphics2D graphics, PictureTheme theme, int colour, int x, int y, int width, String text) {
    graphics.setColor(theme.series(colour));
    graphics.drawRect(x, y, width, BOX_HEIGHT);
    graphics.setColor(theme.text());
    graphics.drawString(text, x + 6, y + BOX_HEIGHT - 9);
  }

  private static void line(
      Graphics2D graphics, PictureTheme theme, int x, int y, int toX, int toY) {
    graphics.setColor(theme.line());
    graphics.drawLine(x, y + BOX_HEIGHT / 2, toX, toY + BOX_HEIGHT / 2);
  }
}
