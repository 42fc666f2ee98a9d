import { defineConfig } from "@hey-api/openapi-ts";

interface Choice {
	$ref?: string;
	anyOf?: Choice[];
}

export default defineConfig({
	input: "../openapi.yaml",
	output: { path: "src/api/gen" },
	// A list with `fields` answers with whole items or sparse ones. The application asks for whole ones alone.
	parser: {
		patch: {
			operations: (_method, _path, operation) => {
				const answer = operation.responses?.["200"] as
					| { content?: Record<string, { schema?: Choice }> }
					| undefined;
				const content = answer?.content?.["application/json"];
				const [whole, sparse] = content?.schema?.anyOf ?? [];
				if (content && sparse?.$ref?.includes("/Page_Sparse")) content.schema = whole;
			},
		},
	},
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
