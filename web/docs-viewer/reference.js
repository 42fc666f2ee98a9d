// The contract is read from this server; nothing is asked of any other.
window.SwaggerUIBundle({
	url: "/openapi.json",
	domNode: document.getElementById("reference"),
	deepLinking: true,
	displayOperationId: true,
	docExpansion: "none",
	filter: true,
	tryItOutEnabled: false,
	validatorUrl: null,
	presets: [window.SwaggerUIBundle.presets.apis],
});
