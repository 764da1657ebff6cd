(ns right.reads-other-subtype
  (:import (io.github.videotasks.ext.payload Detail$Waiting)))

(defn pending [^Detail$Waiting detail]
  (.pendingInfo detail))
