import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { GradebookParticipant } from "@/api/gen/types.gen.ts";
import { issueCertificates } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import css from "./certificates.module.css";

interface Props {
	cohort: string;
	due: readonly GradebookParticipant[];
	onClose: () => void;
}

/** Asks before certificates are issued to all who are due one, by name; sent again it issues nothing twice. */
export function IssueDialog({ cohort, due, onClose }: Props) {
	const { t } = useTranslation("certificates");
	const { text } = useFormat();
	const queryClient = useQueryClient();
	const action = useAction();
	const issue = () =>
		void action.run(async () => {
			const { data } = await issueCertificates({
				path: { id: cohort },
				body: { enrolment_ids: due.map((one) => one.enrolment_id) },
				throwOnError: true,
			});
			await queryClient.invalidateQueries({ queryKey: ["training"] });
			say(t("desk.issued", { count: data.issued.length }));
			onClose();
		});
	return (
		<Dialog title={t("desk.issue")} isOpen onClose={onClose} role="alertdialog">
			<Form action={action} onSubmit={issue}>
				<p>{t("desk.issueLead")}</p>
				<p>
					<b>{t("desk.toIssue", { count: due.length })}</b>
				</p>
				{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
				<section className={css.names} aria-label={t("desk.issueTo")} tabIndex={0}>
					<ul>
						{due.map((one) => (
							<li key={one.enrolment_id}>
								<bdi>{one.participant_name}</bdi>
								<br />
								<bdi className="quiet">{text(one.association_name)}</bdi>
							</li>
						))}
					</ul>
				</section>
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("desk.issueConfirm")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}
