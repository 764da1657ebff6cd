/**
 * What generated clients call: a lossless JSON model, its codec, and the converters of Retrofit.
 */
@SuppressWarnings({
  "requires-automatic", // Retrofit, Moshi and Okio name their modules in the manifest only.
  "requires-transitive-automatic"
})
module io.github.videotasks.client.runtime {
  requires transitive com.squareup.moshi;
  requires transitive okhttp3;
  requires transitive okio;
  requires static transitive org.jspecify;
  requires transitive retrofit2;
  requires retrofit2.converter.moshi;

  exports io.github.videotasks.client.runtime;
}
