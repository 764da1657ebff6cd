import io.github.videotasks.client.api.VideoApi;
import io.github.videotasks.client.model.CreateVideoRequest;
import io.github.videotasks.client.model.CreateVideoResponse;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.payload.TaskState;
import java.io.IOException;
import retrofit2.Response;

/** Creates a video at each gateway of its arguments, waits for it, and prints a line for each. */
public final class CreateAndAwait {

  private static String createAndAwait(VideoTasks tasks) throws IOException {
    // README create: begin
    CreateVideoRequest request =
        CreateVideoRequest.builder().model("sora-2").prompt("A paper boat on a river").build();
    Response<CreateVideoResponse> response =
        tasks.api(VideoApi.class).createVideo(request).execute(); // sent once, whatever fails
    CreateVideoResponse created = response.body();
    if (created == null || created.id() == null) {
      throw new IOException("expected the id of a new task, found HTTP " + response.code());
    }
    TaskState task = tasks.await(created.id());
    // README create: end
    return task.stage() + " " + task.result();
  }

  public static void main(String[] gateways) {
    for (String baseUrl : gateways) {
      try (VideoTasks tasks = VideoTasks.builder().baseUrl(baseUrl).apiKey("key").build()) {
        tasks.get("a"); // leaves an open connection, on which OkHttp would send a request again
        System.out.println(createAndAwait(tasks));
      } catch (IOException e) {
        System.out.println("IOException: " + e.getMessage());
      }
    }
  }
}
