package io.github.videotasks.contract.recording;

import java.util.List;

/**
 * The recording of one provider.
 *
 * @param provider the id of the provider
 * @param file the name of the file, for messages
 * @param responses in the order of the run
 */
record ProviderRecording(String provider, String file, List<RecordedResponse> responses) {

  ProviderRecording {
    responses = List.copyOf(responses);
  }
}
