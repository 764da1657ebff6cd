(ns wrong.leaves-a-form-out
  (:import (io.github.videotasks.ext.payload Detail)))

(defn told [^Detail detail]
  (.match detail (fn [_] "waiting") (fn [_] "finished") (fn [_] "veo"))) ; refused: call to method match on io.github.videotasks.ext.payload.Detail can't be resolved (no such method).
