// Reads each file that a list names into the generated model and writes what the model gives back:
// DecodeKt LIST OUT makes OUT/0.json or OUT/0.error of the first line, and so on.

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
