// Decode decodes each file of a list with the generated model and encodes the model again:
// decode LIST OUT writes OUT/0.json or OUT/0.error for the first line, and so on.
package main

import (
	"bufio"
	"encoding/json"
	"log"
	"os"
	"path/filepath"
	"strconv"

	openapiclient "github.com/GIT_USER_ID/GIT_REPO_ID"
)

func main() {
	list, err := os.Open(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	lines := bufio.NewScanner(list)
	for i := 0; lines.Scan(); i++ {
		name := filepath.Join(os.Args[2], strconv.Itoa(i))
		written, failure := roundTrip(lines.Text())
		if failure != nil {
			err = os.WriteFile(name+".error", []byte(failure.Error()), 0o644)
		} else {
			err = os.WriteFile(name+".json", written, 0o644)
		}
		if err != nil {
			log.Fatal(err)
		}
	}
}

func roundTrip(file string) ([]byte, error) {
	read, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var task openapiclient.VideoTask
	if err := json.Unmarshal(read, &task); err != nil {
		return nil, err
	}
	return json.Marshal(task)
}
