// Wait waits for tasks with the contract's table of status values and the standard library.
//
// wait STATUS_VALUES URL TOKEN OPERATION IDS OUT PAUSE writes a line for each id in the file IDS: the
// id, the number of polls, and the stage at the end, or GAVE_UP. PAUSE is in seconds.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"
)

const toleratedUnknown, gracePolls = 2, 3

type task map[string]any

type waiter struct {
	client                    http.Client
	baseURL, token, operation string
	pause, deadline           time.Duration
	Values, WithResult, Wait  map[string]string
}

func (w *waiter) stageOf(t task) string {
	status, _ := t["status"].(string)
	value := strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(strings.TrimSpace(status)))
	if stage, ok := w.WithResult[value]; ok && hasURL(t) {
		return stage
	}
	if stage, ok := w.Values[value]; ok {
		return stage
	}
	return "UNKNOWN"
}

func hasURL(t task) bool {
	videoURL, _ := t["video_url"].(string)
	return videoURL != ""
}

func hasResult(t task) bool {
	_, mayHaveURL := t["video_url"]
	_, hasDetail := t["detail"]
	return hasURL(t) || t["object"] == "video" && !mayHaveURL && !hasDetail
}

// poll returns the task, or "unknown", "refused" or "again"; and Retry-After.
func (w *waiter) poll(id string) (task, string, time.Duration) {
	path := "/v1/videos/" + url.PathEscape(id)
	if w.operation == "queryVideoTask" {
		path = "/v1/video/query?id=" + url.QueryEscape(id)
	}
	request, err := http.NewRequest(http.MethodGet, w.baseURL+path, nil)
	if err != nil {
		return nil, "refused", 0
	}
	request.Header.Set("Authorization", "Bearer "+w.token)
	response, err := w.client.Do(request)
	if err != nil {
		return nil, "again", 0
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	status := response.StatusCode
	if err != nil || status == 408 || status == 409 || status == 425 || status == 429 || status >= 500 {
		seconds, _ := strconv.Atoi(response.Header.Get("Retry-After"))
		return nil, "again", time.Duration(seconds) * time.Second
	}
	var t task
	if json.Unmarshal(body, &t) != nil {
		t = nil
	}
	_, hasID := t["id"]
	_, hasStatus := t["status"]
	switch {
	case status == 404 || t["code"] == "task_not_exist":
		return nil, "unknown", 0
	case status != 200:
		return nil, "refused", 0
	case !hasID && !hasStatus:
		return nil, "again", 0
	}
	return t, "", 0
}

// wait returns the number of polls and the stage at the end, or GAVE_UP.
func (w *waiter) wait(id string) (polls int, end string) {
	unknown, grace, ended, start := 0, 0, "", time.Now()
	for polls = 1; ; polls++ {
		t, other, retryAfter := w.poll(id)
		if other == "" {
			stage := w.stageOf(t)
			unknown, ended = 0, ""
			if stage == "SUCCEEDED" || stage == "FAILED" || stage == "CANCELLED" {
				ended = stage
			} else {
				grace = 0
			}
			if ended != "" && (ended != "SUCCEEDED" || hasResult(t)) {
				return polls, ended
			}
		} else if other == "unknown" {
			unknown++
		}
		if ended != "" {
			grace++
			end = ended
		} else {
			end = "GAVE_UP"
		}
		over := ended != "" && grace > gracePolls || ended == "" && (other == "refused" || unknown > toleratedUnknown)
		if over || time.Since(start) >= w.deadline {
			return polls, end
		}
		if w.pause > 0 && retryAfter > w.pause {
			time.Sleep(retryAfter)
		} else {
			time.Sleep(w.pause)
		}
	}
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func main() {
	if len(os.Args) != 8 {
		fmt.Fprintf(os.Stderr, "expected STATUS_VALUES URL TOKEN OPERATION IDS OUT PAUSE, found %d arguments\n", len(os.Args)-1)
		os.Exit(2)
	}
	table, err := os.ReadFile(os.Args[1])
	check(err)
	w := waiter{baseURL: os.Args[2], token: os.Args[3], operation: os.Args[4]}
	check(json.Unmarshal(table, &w))
	w.client = http.Client{Timeout: 30 * time.Second, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	w.deadline, err = time.ParseDuration(strings.ToLower(strings.TrimPrefix(w.Wait["deadline"], "PT")))
	check(err)
	w.pause, err = time.ParseDuration(os.Args[7] + "s")
	check(err)
	ids, err := os.ReadFile(os.Args[5])
	check(err)
	var lines strings.Builder
	for _, id := range strings.Fields(string(ids)) {
		polls, end := w.wait(id)
		fmt.Fprintln(&lines, id, polls, end)
	}
	check(os.WriteFile(os.Args[6], []byte(lines.String()), 0o644))
}
