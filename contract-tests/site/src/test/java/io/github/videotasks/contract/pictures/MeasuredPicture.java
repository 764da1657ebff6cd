package io.github.videotasks.contract.pictures;

import java.util.List;

/** A picture and the figures that it shows. */
interface MeasuredPicture {

  /** The size of all pictures in pixels. */
  int WIDTH = 760;

  int HEIGHT = 420;

  /** Returns all pictures. */
  static List<MeasuredPicture> all() {
    return List.of(
        new SchedulePicture(),
        new WaitTimelinePicture(),
        new LoadPicture(false),
        new LoadPicture(true),
        new MergePicture(),
        new DecodePicture(),
        new FlowPicture());
  }

  /** Returns the name of its files, without theme and extension. */
  String name();

  /** Returns the figures as text; when they change, the picture is drawn again. */
  String data();

  /** Draws the picture as SVG. */
  String draw(PictureTheme theme);
}
