package io.github.videotasks.contract.consumer;

import com.squareup.moshi.JsonDataException;
import io.github.videotasks.client.ApiClient;
import io.github.videotasks.client.api.VideoTasksApi;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonModel;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import okhttp3.OkHttpClient;
import retrofit2.Call;
import retrofit2.Response;

/**
 * The generated client as a team would use it: its Retrofit interface with an OkHttp client that
 * sends the token.
 */
final class GeneratedConsumerClient implements ConsumerClient {

  private static final OkHttpClient PLAIN = new OkHttpClient();

  private static final OkHttpClient WITH_TOKEN =
      PLAIN
          .newBuilder()
          .addInterceptor(
              chain ->
                  chain.proceed(
                      chain
                          .request()
                          .newBuilder()
                          .header("Authorization", "Bearer a-token")
                          .build()))
          .build();

  /** Skips the raw response in a model: its fields are not declared, so no contract covers them. */
  private static final AccessorReader READER =
      new AccessorReader(method -> method.getDeclaringClass() == JsonModel.class);

  @Override
  public String name() {
    return "video-tasks-client-generated";
  }

  @Override
  public AccessorValues fetchTask(
      URI baseUrl, String operationId, String taskId, boolean withToken) {
    VideoTasksApi api =
        ApiClient.retrofit(baseUrl + "/")
            .client(withToken ? WITH_TOKEN : PLAIN)
            .build()
            .create(VideoTasksApi.class);
    try {
      Response<VideoTask> response = call(api, operationId, taskId).execute();
      // Retrofit returns a null body for 204 and 205.
      return response.isSuccessful() && response.body() != null
          ? READER.read(response.body())
          : new AccessorValues(Map.of("#refused", String.valueOf(response.code())));
    } catch (IOException | JsonDataException e) {
      // Documented: JsonDataException for JSON that is not an object, IOException for invalid JSON.
      return new AccessorValues(Map.of("#unreadable", e.getClass().getSimpleName()));
    }
  }

  /** Calls an operation by its name in the contract, so that a new one needs no change here. */
  @SuppressWarnings("unchecked") // every operation of the contract returns a VideoTask
  private static Call<VideoTask> call(VideoTasksApi api, String operationId, String taskId) {
    try {
      return (Call<VideoTask>)
          VideoTasksApi.class.getMethod(operationId, String.class).invoke(api, taskId);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "expected an operation " + operationId + "(String) in VideoTasksApi, cannot call it", e);
    }
  }
}
