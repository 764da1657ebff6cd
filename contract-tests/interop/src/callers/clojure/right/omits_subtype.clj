(ns right.omits-subtype
  (:import (io.github.videotasks.ext.payload Detail)))

(defn describe [^Detail detail]
  (.match detail (fn [_] "waiting") (fn [_] "finished") (fn [_] "veo") (fn [_] "unknown")))
