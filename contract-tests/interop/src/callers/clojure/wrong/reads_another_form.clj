(ns wrong.reads-another-form
  (:import (io.github.videotasks.ext.payload Detail$Finished)))

(defn pending [^Detail$Finished detail]
  (.pendingInfo detail)) ; refused: reference to field pendingInfo on io.github.videotasks.ext.payload.Detail$Finished can't be resolved.
