# What the measuring scripts share. Sourced, not started.

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
TIMEFORMAT='%U %S %R'

# Runs a function and prints its CPU (user + system) and wall seconds; its own words go to a log.
# The CPU seconds of all its rounds are kept for `median`.
measure() {
  local name=$1
  { time "$name" >>"$scratch/$name.log" 2>&1; } 2>"$scratch/$name.time" || {
    tail -n 20 "$scratch/$name.log" >&2
    exit 1
  }
  awk -v name="$name" '{ printf "%-9s %7.2f s CPU %7.2f s wall\n", name, $1 + $2, $3; print $1 + $2 >> (FILENAME ".all") }' \
    "$scratch/$name.time"
}

# The median of the CPU seconds of a measured function.
median() { sort -n "$scratch/$1.time.all" | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'; }
