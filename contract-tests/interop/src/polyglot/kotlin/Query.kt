// Sends a request with the generated client: QueryKt URL TOKEN OPERATION ID OUT writes the response to the file OUT.

import java.io.File
import kotlin.system.exitProcess
import org.openapitools.client.apis.VideoTasksApi
import org.openapitools.client.infrastructure.ApiClient
import org.openapitools.client.infrastructure.Serializer
import org.openapitools.client.models.VideoTask

fun main(args: Array<String>) {
    val (url, token, operation, id, out) = args
    val api = ApiClient(baseUrl = url, authName = "bearer", bearerToken = token).createService(VideoTasksApi::class.java)
    val call = if (operation == "queryVideoTask") api.queryVideoTask(id) else api.retrieveVideo(id)
    val response = call.execute()
    val task = response.body() ?: error("HTTP ${response.code()}")
    File(out).writeText(Serializer.moshi.adapter(VideoTask::class.java).toJson(task))
    exitProcess(0) // Otherwise the JVM waits for OkHttp's idle threads.
}
