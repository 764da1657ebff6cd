package io.github.videotasks.contract.durable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system of limited size in memory, which can be filled. Mounting it needs root. */
final class SmallDisk implements AutoCloseable {

  private static final int CHUNK = 8_192;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  static SmallDisk mount(int megabytes) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("video-tasks-disk");
    String options = "size=" + megabytes + "m,mode=0700";
    PostgresPrograms.run(
        List.of("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString()));
    return new SmallDisk(folder);
  }

  Path folder() {
    return folder;
  }

  private Path ballast() {
    return folder.resolve("ballast");
  }

  /** Writes until the disk refuses, because others write at the same time. */
  void fill() throws IOException {
    byte[] chunk = new byte[CHUNK];
    try (OutputStream file = Files.newOutputStream(ballast())) {
      while (true) {
        file.write(chunk);
      }
    } catch (IOException e) {
      if (folder.toFile().getUsableSpace() >= CHUNK) {
        throw e;
      }
    }
  }

  /** Deletes what {@link #fill} has written. */
  void free() throws IOException {
    Files.deleteIfExists(ballast());
  }

  @Override
  public void close() throws IOException {
    try {
      PostgresPrograms.run(List.of("umount", "-l", folder.toString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while unmounting " + folder, e);
    }
    Files.delete(folder);
  }
}
