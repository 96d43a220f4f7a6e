// Runs in CloudFront, before a request goes to the API, which sees the address of CloudFront: tells it the viewer's, whatever the
// viewer has written there.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by its name
function handler(event) {
  const request = event.request;
  request.headers["x-viewer-address"] = { value: event.viewer.ip };
  return request;
}
