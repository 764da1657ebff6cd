/** The generated client: the Retrofit interface and the models of the contract. */
@SuppressWarnings({
  "requires-automatic", // Its dependencies name their modules in the manifest only.
  "requires-transitive-automatic"
})
module io.github.videotasks.client {
  requires transitive io.github.videotasks.client.runtime;
  requires retrofit2.converter.moshi;

  exports io.github.videotasks.client;
  exports io.github.videotasks.client.api;
  exports io.github.videotasks.client.model;
}
