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
    (let [task (.await tasks id) ; asks until it ends, 30 minutes at most
          video (or (some-> (.result task) .address) "no address")] ; what may be missing is nil
      (.match (.detail task) ; a function a form
              (fn [^Detail$Waiting waiting] (str "in the making: " (.pendingInfo waiting)))
              (fn [^Detail$Finished finished] (str "made: " (.draftInfo finished) ", " video))
              (fn [^Detail$Veo veo] (str "veo, running: " (.isRunning veo) ", " video))
              (fn [_] (str "nothing more is said, " video))))
    (catch TaskNotFoundException e
      (str "no such task: " (.httpStatus e) " " (.code e)))
    (catch WaitTimeoutException e
      (str "not yet: " (.kind e)))))
;; README: end

(defn- seconds [^Instant time]
  (or (some-> time .getEpochSecond) "never"))

(defprotocol Inside (inside [part] "What a part of an answer tells."))

(extend-protocol Inside
  Detail$Waiting (inside [waiting] (inside (.pendingInfo waiting)))
  Detail$Finished (inside [finished] (inside (.draftInfo finished)))
  Detail$Veo (inside [veo] (format "veo %s %s" (.videoUrl veo) (.errorText veo)))
  Detail$Unknown (inside [unknown] (format "unknown %s" (.kind (.raw unknown))))
  PendingInfo$VideoGen
  (inside [video] (format "%s %%, %s" (or (.progress video) "no") (seconds (.createdAt video))))
  PendingInfo$Unknown (inside [other] (format "pending %s" (.type other)))
  DraftInfo$Draft
  (inside [draft] (format "draft of %s, %s wide" (seconds (.createdAt draft)) (.width (.model draft))))
  DraftInfo$ContentViolation (inside [violation] (format "refused: %s" (.reason violation)))
  DraftInfo$Unknown (inside [other] (format "draft %s" (.kind (.raw other)))))

(defn- in-words [^TaskState task]
  (format "%s %s %s %s: %s"
          (.stage task) (.status task) (.progress task) (some-> (.failure task) .kind) (inside (.detail task))))

(def ^WaitPolicy quick
  (-> (WaitPolicy/defaults)
      (.withSchedule (fn [_] (Duration/ofMillis 250)))
      (.withToleratedNotFound 0)))

(defn- tell [^VideoTasks tasks ^WaitPolicy policy ^String id]
  (try
    (println (str id ": " (in-words (.get tasks id))))
    (let [heard (atom [])]
      (.await tasks id policy (fn [task] (swap! heard conj (in-words task))))
      (println (str "[" (clojure.string/join ", " @heard) "]")))
    (catch VideoTasksException e
      (println (str id ": " (.kind e)))))
  (println (follow tasks id)))

(defn -main
  "Four arguments a task: base URL, endpoint, milliseconds to wait, id."
  [& args]
  (doseq [[^String base-url ^String endpoint millis id] (partition 4 args)
          :let [policy (.withDeadline quick (Duration/ofMillis (parse-long millis)))]]
    (with-open [tasks (-> (VideoTasks/builder)
                          (.baseUrl base-url)
                          (.apiKey "key")
                          (.endpoint (EndpointStyle/valueOf endpoint))
                          (.waitPolicy policy)
                          (.build))]
      (tell tasks policy id))))
