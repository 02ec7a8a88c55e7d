window.addEventListener("load", () => {
  SwaggerUIBundle({
    url: "/openapi?format=JSON",
    dom_id: "#api",
    docExpansion: "none",
    tagsSorter: "alpha",
    operationsSorter: "alpha",
    deepLinking: true,
    persistAuthorization: true,
  });
});
