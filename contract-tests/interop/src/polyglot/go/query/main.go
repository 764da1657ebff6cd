// Query sends a request with the generated client: query URL TOKEN OPERATION ID OUT writes the
// response to the file OUT.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	openapiclient "github.com/GIT_USER_ID/GIT_REPO_ID"
)

func main() {
	url, token, operation, id, out := os.Args[1], os.Args[2], os.Args[3], os.Args[4], os.Args[5]
	configuration := openapiclient.NewConfiguration()
	configuration.Servers = openapiclient.ServerConfigurations{{URL: url}}
	api := openapiclient.NewAPIClient(configuration).VideoTasksAPI
	ctx := context.WithValue(context.Background(), openapiclient.ContextAccessToken, token)
	var task *openapiclient.VideoTask
	var err error
	if operation == "queryVideoTask" {
		task, _, err = api.QueryVideoTask(ctx).Id(id).Execute()
	} else {
		task, _, err = api.RetrieveVideo(ctx, id).Execute()
	}
	if err != nil {
		log.Fatal(err)
	}
	written, err := json.Marshal(task)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(out, written, 0o644); err != nil {
		log.Fatal(err)
	}
}
