(ns caller
  (:import (io.github.videotasks.ext EndpointStyle VideoTasks)
           (io.github.videotasks.ext.error TaskNotFoundException VideoTasksException)
           (io.github.videotasks.ext.payload Detail Detail$Finished Detail$Unknown Detail$Veo Detail$Waiting
                                             DraftInfo$ContentViolation DraftInfo$Draft DraftInfo$Unknown
                                             PendingInfo$Unknown PendingInfo$VideoGen TaskState)
           (io.github.videotasks.ext.polling WaitPolicy WaitTimeoutException)
           (java.time Duration Instant)))

(set! *warn-on-reflection* true)

;; README: begin
(defn follow [^VideoTasks tasks ^String id]
  (try
    (let [task (.await tasks id) ; polls until the task ends, at most 30 minutes
          video (or (some-> (.result task) .url) "no URL")] ; nil if there is no result
      (.match (.detail task) ; one function per subtype
              (fn [^Detail$Waiting waiting] (str "waiting: " (.pendingInfo waiting)))
              (fn [^Detail$Finished finished] (str "finished: " (.draftInfo finished) ", " video))
              (fn [^Detail$Veo veo] (str "veo, running: " (.isRunning veo) ", " video))
              (fn [_] (str "unknown detail, " video))))
    (catch TaskNotFoundException e
      (str "task not found: " (.httpStatus e) " " (.code e)))
    (catch WaitTimeoutException e
      (str "timed out: " (.kind e)))))
;; README: end

(defn- epoch-seconds [^Instant time]
  (or (some-> time .getEpochSecond) "never"))

(defprotocol Describable (describe-detail [part] "Describes a part of a response."))

(extend-protocol Describable
  Detail$Waiting (describe-detail [waiting] (describe-detail (.pendingInfo waiting)))
  Detail$Finished (describe-detail [finished] (describe-detail (.draftInfo finished)))
  Detail$Veo (describe-detail [veo] (format "veo %s %s" (.videoUrl veo) (.errorMessage veo)))
  Detail$Unknown (describe-detail [unknown] (format "unknown %s" (.kind (.raw unknown))))
  PendingInfo$VideoGen
  (describe-detail [video] (format "%s %%, %s" (or (.progress video) "no") (epoch-seconds (.createdAt video))))
  PendingInfo$Unknown (describe-detail [other] (format "pending %s" (.type other)))
  DraftInfo$Draft
  (describe-detail [draft] (format "draft of %s, %s wide" (epoch-seconds (.createdAt draft)) (.width (.model draft))))
  DraftInfo$ContentViolation (describe-detail [violation] (format "content violation: %s" (.reason violation)))
  DraftInfo$Unknown (describe-detail [other] (format "draft %s" (.kind (.raw other)))))

(defn- describe [^TaskState task]
  (format "%s %s %s %s: %s"
          (.stage task) (.status task) (.progress task) (some-> (.failure task) .kind) (describe-detail (.detail task))))

(def ^WaitPolicy fast-polling
  (-> (WaitPolicy/defaults)
      (.withSchedule (fn [_] (Duration/ofMillis 250)))
      (.withToleratedNotFound 0)))

(defn- report-task [^VideoTasks tasks ^WaitPolicy policy ^String id]
  (try
    (println (str id ": " (describe (.get tasks id))))
    (let [changes (atom [])]
      (.await tasks id policy (fn [task] (swap! changes conj (describe task))))
      (println (str "[" (clojure.string/join ", " @changes) "]")))
    (catch VideoTasksException e
      (println (str id ": " (.kind e)))))
  (println (follow tasks id)))

(defn -main
  "Takes four arguments for each task: base URL, endpoint, milliseconds to wait, id."
  [& args]
  (doseq [[^String base-url ^String endpoint millis id] (partition 4 args)
          :let [policy (.withDeadline fast-polling (Duration/ofMillis (parse-long millis)))]]
    (with-open [tasks (-> (VideoTasks/builder)
                          (.baseUrl base-url)
                          (.apiKey "key")
                          (.endpoint (EndpointStyle/valueOf endpoint))
                          (.waitPolicy policy)
                          (.build))]
      (report-task tasks policy id))))
