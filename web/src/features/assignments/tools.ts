import type { LinkProps } from "@tanstack/react-router";
import type { ProjectTool } from "@/api/gen/types.gen.ts";

/** The tools whose content can be handed in. */
export const TOOLS = [
	"business_model",
	"value_proposition",
	"activity_network",
	"earned_value",
	"capital_budgeting",
	"partners",
] as const satisfies readonly ProjectTool[];

const PLACE = {
	business_model: "/projects/$id/canvas",
	value_proposition: "/projects/$id/value",
	activity_network: "/projects/$id/activities",
	earned_value: "/projects/$id/budget",
	capital_budgeting: "/projects/$id/criteria",
	partners: "/projects/$id/partners",
} as const satisfies Record<ProjectTool, LinkProps["to"]>;

/** Where a tool of a project is worked with. */
export const placeOf = (tool: ProjectTool, project: string) =>
	({ to: PLACE[tool], params: { id: project } }) as const;
