#!/usr/bin/env bash
# Runs contract-verifier for action.yml; the inputs are environment variables.
set -u
arguments=(verify --provider "$PROVIDER" --url "$URL" --token-env GATEWAY_KEY)
while IFS= read -r task; do
  if [ -n "$task" ]; then arguments+=(--task "$task"); fi
done <<< "${TASKS:-}"
if [ -n "${REQUIRE:-}" ]; then arguments+=(--require "$REQUIRE"); fi
arguments+=(--report "$REPORT" --junit "$REPORT/junit.xml" --sarif "$REPORT/contracts.sarif")
java -jar "$JAR" "${arguments[@]}"
code=$?
echo "exit-code=$code" >> "${GITHUB_OUTPUT:-/dev/null}"
exit "$code"
