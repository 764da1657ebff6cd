#!/bin/sh
# Start script of @name@. The executable jar follows it in the same file, which is a valid jar too.
#   JAVA_HOME                  the Java to use, 17 or later; default: java on the PATH
#   JAVA_OPTS, @PREFIX@_OPTS  JVM options separated by blanks; they take precedence over those below
#   @PREFIX@_CDS              off: neither uses nor creates a class-data archive in the user's cache folder;
#                              create: creates it before the tool starts, not after the tool has ended
self=$0
build=@build@

fail() {
  echo "@name@: $1" >&2
  exit 70
}

# Prints the major version of the Java that has this release file.
release_version() {
  while IFS= read -r line; do
    case $line in JAVA_VERSION=*)
      version=${line#*=}
      version=${version#\"}
      echo "${version%%[!0-9]*}"
      ;;
    esac
  done <"$1"
}

# True for a folder that only this user can write to. Whatever cannot be verified is false.
is_private() {
  [ -d "$1" ] && [ ! -L "$1" ] && [ -O "$1" ] || return 1
  case $(ls -ldn "$1" 2>/dev/null) in
    d????-??-?+*) return 1 ;;
    d????-??-?*) return 0 ;;
  esac
  return 1
}

# Prints the class-data archive to use, if there is one. Otherwise it is created after the tool has ended.
archive() {
  cache=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
  case $cache in /*) ;; *) return ;; esac
  folder=$cache/@cache@
  [ -d "$folder" ] || (umask 077 && mkdir -p "$folder") 2>/dev/null
  is_private "$cache" && is_private "$folder" || return
  # The JVM itself refuses an archive of another JVM or jar; the key lets several exist.
  key=$({ cat "$release" && ls -Lin "$java" "$self" && echo "$build $flags"; } 2>/dev/null | cksum)
  name=$folder/$(echo "$key" | tr ' ' -)
  set +f
  file=$(echo "$name"-*.jsa)
  if [ ! -e "$file" ] && [ ! -L "$file" ]; then
    # A failed attempt leaves the lock, so that the next one is made a day later.
    find "$name.lock" -prune -type d -mtime +0 -exec rmdir {} \; 2>/dev/null
    mkdir "$name.lock" 2>/dev/null || return
    if [ "$@PREFIX@_CDS" = create ]; then
      create_archive </dev/null >/dev/null 2>&1
    else
      (
        while kill -0 $$; do sleep 1; done
        create_archive
      ) </dev/null >/dev/null 2>&1 &
    fi
  fi
  # Java 17 crashes on an archive that was cut off, so its name contains the size.
  file=$(echo "$name"-*.jsa)
  [ -f "$file" ] && [ ! -L "$file" ] && [ -O "$file" ] && [ "$file" = "$name-$(size "$file").jsa" ] && echo "$file"
}

# Prints the number of bytes of a file.
size() {
  wc -c <"$1" | tr -d ' '
}

# Other processes see only the finished file, which is renamed to its final name.
create_archive() {
  umask 077
  new=$name.$$
  if nice -n 19 "$java" $flags "-XX:ArchiveClassesAtExit=$new" -cp "$self" \
    @training@ && mv -f "$new" "$name-$(size "$new").jsa"; then
    rmdir "$name.lock"
    # Keeps the four newest. The names consist of digits and dashes.
    ls -t "$folder" | grep '^[0-9]*-[0-9]*-[0-9]*\.jsa$' | tail -n +5 | while IFS= read -r old; do
      rm -f "$folder/$old"
    done
  fi
  rm -f "$new"
}

if [ -n "$JAVA_HOME" ]; then
  java=$JAVA_HOME/bin/java
  [ -x "$java" ] || fail "expected Java 17 or later in JAVA_HOME, found no $java. Set JAVA_HOME to the folder of a Java installation."
else
  java=$(command -v java) || fail "expected Java 17 or later, found no java on the PATH. Install it, or set JAVA_HOME."
fi
release=$(readlink -f "$java" 2>/dev/null)
release=${release%/bin/java}/release
if [ -r "$release" ]; then
  version=$(release_version "$release")
else
  release=
  version=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p')
fi
[ -z "$version" ] || [ "$version" -ge 17 ] || fail "expected Java 17 or later, found version $version in $java. Set JAVA_HOME to a newer one."

# Blanks separate the user's options; a star in them is no file name pattern.
set -f
options="$JAVA_OPTS $@PREFIX@_OPTS"
# Without the log the JVM fits the young generation into a small heap silently, and ignores an archive that does not fit.
flags='-XX:+IgnoreUnrecognizedVMOptions -Xlog:disable -XX:TieredStopAtLevel=1 -XX:-UsePerfData'
case " $JAVA_TOOL_OPTIONS $JDK_JAVA_OPTIONS $options" in
  # A second collector would be an error.
  *" -XX:+Use"*GC*) ;;
  *) flags="$flags @collector@" ;;
esac
jsa=
case "$@PREFIX@_CDS $options" in
  off\ * | *" -Xshare"* | *" -XX:SharedArchiveFile"* | *" -XX:ArchiveClassesAtExit"*) ;;
  *) [ -z "$release" ] || jsa=$(archive) ;;
esac
if [ -n "$jsa" ]; then
  exec "$java" $flags -XX:+VerifySharedSpaces "-XX:SharedArchiveFile=$jsa" $options -jar "$self" "$@"
fi
exec "$java" $flags $options -jar "$self" "$@"
