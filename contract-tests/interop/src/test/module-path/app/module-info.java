/** An application on the module path that names the library alone. */
module org.example.await {
  requires io.github.videotasks.ext;
}
