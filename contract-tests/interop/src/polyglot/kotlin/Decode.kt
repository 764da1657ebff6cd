// Decodes each file of a list with the generated model and encodes the model again:
// DecodeKt LIST OUT writes OUT/0.json or OUT/0.error for the first line, and so on.

import java.io.File
import org.openapitools.client.infrastructure.Serializer
import org.openapitools.client.models.VideoTask

fun main(args: Array<String>) {
    val adapter = Serializer.moshi.adapter(VideoTask::class.java)
    File(args[0]).readLines().forEachIndexed { number, file ->
        try {
            File(args[1], "$number.json").writeText(adapter.toJson(adapter.fromJson(File(file).readText())))
        } catch (failure: Exception) {
            File(args[1], "$number.error").writeText(failure.toString())
        }
    }
}
