import java.nio.file.Files;
import java.nio.file.Path;
import org.openapitools.client.ApiClient;
import org.openapitools.client.api.VideoTasksApi;
import org.openapitools.client.model.VideoTask;

/**
 * Sends a request with the generated client: {@code Query URL TOKEN OPERATION ID OUT} writes the response to
 * the file {@code OUT}.
 */
final class Query {
  public static void main(String[] args) throws Exception {
    ApiClient client = new ApiClient();
    client.setBasePath(args[0]);
    client.setBearerToken(args[1]);
    VideoTasksApi api = new VideoTasksApi(client);
    VideoTask task =
        args[2].equals("queryVideoTask") ? api.queryVideoTask(args[3]) : api.retrieveVideo(args[3]);
    Files.writeString(Path.of(args[4]), task.toJson());
    System.exit(0); // Otherwise the JVM waits for OkHttp's idle threads.
  }
}
