(ns wrong.omits-subtype
  (:import (io.github.videotasks.ext.payload Detail)))

(defn describe [^Detail detail]
  (.match detail (fn [_] "waiting") (fn [_] "finished") (fn [_] "veo"))) ; expected error: call to method match on io.github.videotasks.ext.payload.Detail can't be resolved (no such method).
