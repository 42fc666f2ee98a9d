import { mergeConfig } from "vitest/config";
import base from "./vite.config.ts";

export default mergeConfig(base, {
	test: {
		environment: "happy-dom",
		include: ["src/**/*.test.{ts,tsx}"],
		setupFiles: ["./src/test/setup.ts"],
	},
});
