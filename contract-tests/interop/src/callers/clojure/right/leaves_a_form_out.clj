(ns right.leaves-a-form-out
  (:import (io.github.videotasks.ext.payload Detail)))

(defn told [^Detail detail]
  (.match detail (fn [_] "waiting") (fn [_] "finished") (fn [_] "veo") (fn [_] "unknown")))
