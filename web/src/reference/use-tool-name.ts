import { useTranslation } from "react-i18next";
import type { ProjectTool } from "@/api/gen/types.gen.ts";

/** What a tool of the workshop is called where courses speak of it. */
export function useToolName(): (tool: ProjectTool) => string {
	const { t } = useTranslation("common");
	return (tool) => t(`tool.${tool}`);
}
