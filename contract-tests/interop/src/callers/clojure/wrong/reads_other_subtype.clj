(ns wrong.reads-other-subtype
  (:import (io.github.videotasks.ext.payload Detail$Finished)))

(defn pending [^Detail$Finished detail]
  (.pendingInfo detail)) ; expected error: reference to field pendingInfo on io.github.videotasks.ext.payload.Detail$Finished can't be resolved.
