(ns right.reads-another-form
  (:import (io.github.videotasks.ext.payload Detail$Waiting)))

(defn pending [^Detail$Waiting detail]
  (.pendingInfo detail))
