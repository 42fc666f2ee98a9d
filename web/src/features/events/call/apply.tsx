import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { createApplication } from "@/api/gen/workshop-sdk.gen.ts";
import { ApplicationBadge } from "@/reference/application-badge.tsx";
import { ownApplicationQuery } from "@/reference/own-applications.ts";
import { Button, buttonClass } from "@/ui/button.tsx";
import { Row } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import { useAction } from "@/ui/use-action.ts";

/** The way of an association into an event: the application it has, or the button that begins one. */
export function Apply({ event, open }: { event: string; open: boolean }) {
	const { t } = useTranslation("events");
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const action = useAction();
	const found = useQuery(ownApplicationQuery(event));
	if (found.isPending) return <Loading lines={1} />;
	if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
	const own = found.data;
	const begin = async () => {
		const begun = await action.run(async () => {
			const { data } = await createApplication({
				path: { id: event },
				body: {},
				throwOnError: true,
			});
			await queryClient.invalidateQueries({ queryKey: ["applications"] });
			await navigate({ to: "/applications/$id", params: { id: data.id } });
		});
		if (begun) return;
		// It was begun in another window, or the call has closed meanwhile: the page is to say so too.
		await queryClient.invalidateQueries({ queryKey: ["applications"] });
		await queryClient.invalidateQueries({ queryKey: ["events"] });
	};
	return (
		<>
			{action.failed && <ProblemPanel error={action.error} />}
			{own ? (
				<Row>
					<Link to="/applications/$id" params={{ id: own.id }} className={buttonClass("primary")}>
						{t("call.own")}
					</Link>
					<ApplicationBadge status={own.status} />
				</Row>
			) : (
				open && (
					<Row>
						<Button variant="primary" isPending={action.busy} onPress={() => void begin()}>
							{t("call.apply")}
						</Button>
						<span className="quiet">{t("call.applyLead")}</span>
					</Row>
				)
			)}
		</>
	);
}
