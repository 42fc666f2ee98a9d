import { defineConfig } from "@hey-api/openapi-ts";

export default defineConfig({
	input: "../openapi.yaml",
	output: { path: "src/api/gen" },
	plugins: [
		{ name: "@hey-api/client-fetch", runtimeConfigPath: "../client.ts" },
		{ name: "@hey-api/typescript", enums: "javascript" },
		"@hey-api/sdk",
		{
			name: "@tanstack/react-query",
			queryOptions: true,
			queryKeys: true,
			mutationOptions: true,
		},
	],
});
