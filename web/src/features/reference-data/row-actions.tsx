import { useTranslation } from "react-i18next";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { Button } from "@/ui/button.tsx";
import { Row } from "@/ui/page.tsx";

/** Edit and history of a row, as far as this person may. */
export function RowActions(props: {
	name: string;
	edit: string;
	history: string;
	onEdit: () => void;
	onHistory: () => void;
}) {
	const { t } = useTranslation(["reference-data", "common"]);
	const user = useUser();
	return (
		<Row>
			{can(user, props.edit) && (
				<Button small onPress={props.onEdit} aria-label={t("edit", { name: props.name })}>
					{t("common:action.edit")}
				</Button>
			)}
			{can(user, props.history) && (
				<Button
					small
					variant="quiet"
					onPress={props.onHistory}
					aria-label={t("historyOf", { name: props.name })}
				>
					{t("history")}
				</Button>
			)}
		</Row>
	);
}
