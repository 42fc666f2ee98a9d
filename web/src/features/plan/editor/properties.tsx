import { useTranslation } from "react-i18next";
import { useCraftSectors } from "@/reference/use-reference.ts";
import { Button } from "@/ui/button.tsx";
import { CodeChoice, wordOnAny } from "@/ui/code-choice.tsx";
import { Card, Stack } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { TextInThree } from "@/ui/text-in-three.tsx";
import type { Polygon } from "../shape/plan.ts";
import { entranceOf, outlineOf, type Ref, refOf } from "../shape/refs.ts";
import { withHall, withOutline, withQuarter } from "./changes.ts";
import css from "./editor.module.css";
import { MetreField } from "./metre-field.tsx";
import { NameField } from "./name-field.tsx";
import { OutlineFields } from "./outline-fields.tsx";
import { StandFields } from "./stand-fields.tsx";
import type { Editor } from "./use-editor.ts";

interface Props {
	editor: Editor;
	/** What is wrong, by pointer. */
	said: Readonly<Record<string, string>>;
}

interface One extends Props {
	at: number;
}

function HallFields({ editor, said, at }: One) {
	const { t } = useTranslation("plan");
	const hall = editor.plan.halls[at];
	if (!hall) return null;
	const set = (patch: Partial<typeof hall>, what: string) =>
		editor.change(withHall(editor.plan, at, patch), `${what} hall ${at}`);
	return (
		<Stack>
			<TextInThree
				label={t("hall.name")}
				value={hall.name}
				onChange={(name) => set({ name }, "name")}
				said={said}
				at={`/halls/${at}/name`}
				folded
			/>
			<div className={css.pair}>
				<NameField
					label={t("hall.id")}
					value={hall.id}
					taken={editor.plan.halls.map(({ id }) => id)}
					onChange={(id) => set({ id }, "id")}
					error={said[`/halls/${at}/id`]}
				/>
				<TextField
					label={t("hall.prefix")}
					dir="ltr"
					value={hall.prefix}
					onChange={(prefix) => set({ prefix }, "prefix")}
					error={said[`/halls/${at}/prefix`]}
				/>
			</div>
		</Stack>
	);
}

function QuarterFields({ editor, said, at }: One) {
	const { t } = useTranslation("plan");
	const sectors = useCraftSectors();
	const quarter = editor.plan.quarters[at];
	if (!quarter) return null;
	const set = (patch: Partial<typeof quarter>, what: string) =>
		editor.change(withQuarter(editor.plan, at, patch), `${what} quarter ${at}`);
	return (
		<Stack>
			<TextInThree
				label={t("quarter.name")}
				value={quarter.name}
				onChange={(name) => set({ name }, "name")}
				said={said}
				at={`/quarters/${at}/name`}
				folded
			/>
			<CodeChoice
				label={t("quarter.sectors")}
				hint={t("quarter.sectorsHint")}
				options={sectors.options.map(({ id, label }) => ({ code: id, name: label }))}
				chosen={new Set(quarter.sectors)}
				onChange={(chosen) => set({ sectors: [...chosen].sort() }, "sectors")}
				error={wordOnAny(said, `/quarters/${at}/sectors`)}
			/>
			<TextField
				label={t("quarter.stands")}
				hint={t("quarter.standsHint")}
				dir="ltr"
				value={quarter.stands.join(" ")}
				onChange={(typed) => set({ stands: typed.split(/[\s,،]+/) }, "stands")}
				error={wordOnAny(said, `/quarters/${at}/stands`)}
			/>
		</Stack>
	);
}

function EntranceFields({ editor, of }: { editor: Editor; of: Ref }) {
	const { t } = useTranslation("plan");
	const point = entranceOf(editor.plan, of);
	const hall = editor.plan.halls[of.at];
	if (!point || !hall) return null;
	return (
		<div className={css.pair}>
			{(["x", "y"] as const).map((axis) => (
				<MetreField
					key={axis}
					label={t(`outline.${axis}`)}
					value={point[axis]}
					onChange={(value) =>
						editor.change(
							withHall(editor.plan, of.at, {
								entrances: hall.entrances.map((one, part) =>
									part === of.part ? { ...one, [axis]: value } : one,
								),
							}),
							`${axis} entrance ${of.at} ${of.part}`,
						)
					}
				/>
			))}
		</div>
	);
}

/** What is chosen, by name and in numbers. */
export function Properties({ editor, said }: Props) {
	const { t } = useTranslation("plan");
	const refs = editor.chosen.map(refOf).filter((ref) => ref !== null);
	const [first] = refs;
	const stands = refs.filter(({ kind }) => kind === "stand").map(({ at }) => at);
	if (!first)
		return (
			<Card title={t("chosen.title")}>
				<p className="quiet">{t("chosen.none")}</p>
			</Card>
		);
	const several = refs.length > 1;
	if (several && stands.length < refs.length)
		return (
			<Card title={t("chosen.title")}>
				<p>{t("chosen.several", { count: refs.length })}</p>
			</Card>
		);
	const outline = several ? null : outlineOf(editor.plan, first);
	const path = `/${first.kind}s/${first.at}`;
	const draw = (polygon: Polygon, what: string) =>
		editor.change(withOutline(editor.plan, first, polygon), `${what} ${first.kind} ${first.at}`);
	return (
		<Card
			title={several ? t("chosen.stands", { count: refs.length }) : t(`kind.${first.kind}`)}
			actions={
				<Button small variant="quiet" onPress={() => editor.choose([])}>
					{t("chosen.leave")}
				</Button>
			}
		>
			{/* Another thing, other fields: what was half typed does not go over to it. */}
			<Stack key={editor.chosen.join()}>
				{first.kind === "hall" && <HallFields editor={editor} said={said} at={first.at} />}
				{first.kind === "stand" && <StandFields editor={editor} said={said} places={stands} />}
				{first.kind === "quarter" && <QuarterFields editor={editor} said={said} at={first.at} />}
				{first.kind === "entrance" && <EntranceFields editor={editor} of={first} />}
				{outline && (
					<OutlineFields
						polygon={outline}
						onChange={draw}
						error={said[`${path}/polygon`] ?? wordOnAny(said, `${path}/polygon`)}
					/>
				)}
			</Stack>
		</Card>
	);
}
