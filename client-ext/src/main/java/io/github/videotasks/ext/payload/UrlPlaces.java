package io.github.videotasks.ext.payload;

import static io.github.videotasks.ext.payload.JsonCursor.path;
import static io.github.videotasks.ext.payload.UrlPlace.Scope.ANYWHERE;
import static io.github.videotasks.ext.payload.UrlPlace.Scope.IMAGE_TASK;
import static io.github.videotasks.ext.payload.UrlPlace.Scope.SUCCEEDED_TASK;
import static io.github.videotasks.ext.payload.UrlPlace.Scope.TASK;

import io.github.videotasks.client.model.Encoding;
import io.github.videotasks.client.model.Encodings;
import io.github.videotasks.client.model.GatewayError;
import io.github.videotasks.client.model.TaskDetail;
import io.github.videotasks.client.model.TaskDraftInfo;
import io.github.videotasks.client.model.TaskInput;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.ext.payload.Asset.Kind;
import java.util.List;

/**
 * The table of the properties in which gateways return URLs of files, in order of preference. To
 * support one more property, add a row here and a wire case.
 *
 * <p>Syntax of a path: names separated by dots; {@code []} enters a list, and also accepts a single
 * value in its place; {@code *} stands for every property without a row of its own. Wherever a path
 * meets a text that holds JSON, it goes on in that JSON. The value at the end of a path is a URL,
 * an object with a URL, or a list of both; see {@link UrlPlaceReader}.
 */
final class UrlPlaces {

  private static final String DRAFT = path(VideoTask.DETAIL, TaskDetail.DRAFT_INFO);
  private static final String ENCODINGS = path(DRAFT, TaskDraftInfo.ENCODINGS);

  /** Where a URL was found: a page of {@code spec/pages}, or the API that returns it. */
  static final List<UrlPlace> ROWS =
      List.of(
          row(ANYWHERE, Kind.VIDEO, VideoTask.VIDEO_URL, "all pages"),
          row(ANYWHERE, Kind.VIDEO, "video", "xAI; as a text: relays of xAI"),
          row(ANYWHERE, Kind.VIDEO, "videos[]", "Kling, relays; also a list of lists"),
          row(ANYWHERE, Kind.VIDEO, TaskDetail.URL, "relays"),
          row(ANYWHERE, Kind.VIDEO, "result_url", "relays"),
          row(ANYWHERE, Kind.VIDEO, "download_url", "relays"),
          row(ANYWHERE, Kind.VIDEO, path("metadata", TaskDetail.URL), "new-api"),
          row(TASK, Kind.VIDEO, path(VideoTask.DETAIL, TaskDetail.URL), "jxincm-sora"),
          row(TASK, Kind.VIDEO, path(VideoTask.DETAIL, VideoTask.VIDEO_URL), "chainhub-veo"),
          row(TASK, Kind.VIDEO, path(VideoTask.DETAIL, "upsample_video_url"), "chainhub-veo"),
          row(TASK, Kind.VIDEO, path(DRAFT, TaskDraftInfo.DOWNLOADABLE_URL), "jxincm-sora"),
          row(TASK, Kind.VIDEO, encoding(Encodings.SOURCE), "jxincm-sora"),
          row(TASK, Kind.VIDEO, encoding(Encodings.MD), "jxincm-sora"),
          row(TASK, Kind.WATERMARKED_VIDEO, encoding(Encodings.SOURCE_WM), "jxincm-sora"),
          row(TASK, Kind.WATERMARKED_VIDEO, encoding("*_wm"), "jxincm-sora"),
          row(TASK, Kind.VIDEO, encoding("*"), "jxincm-sora"),
          row(ANYWHERE, Kind.VIDEO, path("content", VideoTask.VIDEO_URL), "Seedance"),
          row(ANYWHERE, Kind.VIDEO, "videoUrl", "relays"),
          row(ANYWHERE, Kind.VIDEO, "video_urls[]", "relays"),
          row(ANYWHERE, Kind.VIDEO, "videoUrls[]", "relays"),
          row(ANYWHERE, Kind.VIDEO, "video_result[]", "Zhipu"),
          row(ANYWHERE, Kind.VIDEO, "generatedVideos[].video", "Veo"),
          row(ANYWHERE, Kind.VIDEO, "generated_videos[].video", "Veo"),
          row(ANYWHERE, Kind.VIDEO, "generatedSamples[].video", "Veo"),
          row(ANYWHERE, Kind.VIDEO, "creations[]", "Vidu"),
          row(ANYWHERE, Kind.VIDEO, "works[].resource", "Kling"),
          row(ANYWHERE, Kind.VIDEO, "assets.video", "Luma"),
          row(ANYWHERE, Kind.VIDEO, "file.download_url", "MiniMax"),
          row(ANYWHERE, Kind.VIDEO, "unsigned_urls[]", "OpenRouter"),
          row(ANYWHERE, Kind.VIDEO, "resultUrls[]", "kie"),
          row(ANYWHERE, Kind.VIDEO, "result_urls[]", "kie"),
          row(ANYWHERE, Kind.VIDEO, "resultUrl", "relays"),
          row(ANYWHERE, Kind.VIDEO, "downloadUrl", "relays"),
          row(ANYWHERE, Kind.VIDEO, "file_url", "relays"),
          row(ANYWHERE, Kind.VIDEO, "output[]", "Replicate; as a text: relays"),
          row(ANYWHERE, Kind.VIDEO, "outputs[]", "relays"),
          row(ANYWHERE, Kind.VIDEO, "result[]", "relays"),
          row(ANYWHERE, Kind.VIDEO, "results[]", "relays"),
          row(ANYWHERE, Kind.VIDEO, "data[]", "relays"),
          row(ANYWHERE, Kind.VIDEO, "urls[]", "relays"),
          row(TASK, Kind.VIDEO, path(DRAFT, TaskDraftInfo.URL), "jxincm-sora"),
          row(SUCCEEDED_TASK, Kind.VIDEO, "fail_reason", "new-api, older records"),
          row(ANYWHERE, Kind.WATERMARKED_VIDEO, "videos[].watermark_url", "Kling"),
          row(IMAGE_TASK, Kind.IMAGE, "image", "relays"),
          row(IMAGE_TASK, Kind.IMAGE, TaskInput.IMAGES + "[]", "relays"),
          row(IMAGE_TASK, Kind.IMAGE, "image_url", "relays"),
          row(IMAGE_TASK, Kind.IMAGE, "image_urls[]", "relays"),
          row(ANYWHERE, Kind.GIF, TaskDetail.GIF_URL, "relays"),
          row(TASK, Kind.GIF, path(VideoTask.DETAIL, TaskDetail.GIF_URL), "jxincm-sora"),
          row(TASK, Kind.GIF, encoding(Encodings.GIF), "jxincm-sora"),
          row(ANYWHERE, Kind.THUMBNAIL, VideoTask.THUMBNAIL_URL, "chainhub-grok"),
          row(
              TASK,
              Kind.THUMBNAIL,
              path(VideoTask.DETAIL, TaskDetail.THUMBNAIL_URL),
              "jxincm-sora"),
          row(TASK, Kind.THUMBNAIL, encoding(Encodings.THUMBNAIL), "jxincm-sora"),
          row(ANYWHERE, Kind.THUMBNAIL, Encodings.THUMBNAIL, "relays"),
          row(ANYWHERE, Kind.THUMBNAIL, "cover", "relays"),
          row(ANYWHERE, Kind.THUMBNAIL, "cover_url", "relays"),
          row(ANYWHERE, Kind.THUMBNAIL, "cover_image_url", "relays"),
          row(ANYWHERE, Kind.THUMBNAIL, "creations[].cover_url", "Vidu"),
          row(ANYWHERE, Kind.THUMBNAIL, "video_result[].cover_image_url", "Zhipu"),
          row(ANYWHERE, Kind.PREVIEW, "preview_url", "relays"),
          row(TASK, Kind.PREVIEW, path(VideoTask.DETAIL, "preview_url"), "relays"),
          row(TASK, Kind.PREVIEW, encoding(Encodings.UNFURL), "jxincm-sora"),
          row(ANYWHERE, Kind.IMAGE, "content.last_frame_url", "Seedance"));

  /**
   * The properties that wrap a result. The rows of scope {@link UrlPlace.Scope#ANYWHERE} are read
   * in each of them as well, also in a wrapper inside a wrapper, as in {@code
   * response.generateVideoResponse}. {@code detail}, {@code metadata} and {@code content} are not
   * among them, because they also hold inputs.
   */
  static final List<String> WRAPPERS =
      List.of(
          "output",
          "outputs",
          "result",
          "results",
          GatewayError.DATA,
          "task",
          "task_result",
          "taskResult",
          "resultJson",
          "response",
          "generateVideoResponse");

  /** The properties of an object that holds one file, best first. */
  static final List<String> FILE_URL_NAMES =
      List.of(
          VideoTask.VIDEO_URL,
          "videoUrl",
          TaskDetail.URL,
          "download_url",
          "downloadUrl",
          "uri",
          "video",
          "resource");

  private UrlPlaces() {}

  private static String encoding(String name) {
    return path(ENCODINGS, name, Encoding.PATH);
  }

  private static UrlPlace row(UrlPlace.Scope scope, Kind kind, String path, String seenAt) {
    return new UrlPlace(scope, kind, path, seenAt);
  }
}
