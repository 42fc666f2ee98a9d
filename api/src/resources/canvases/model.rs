//! Boards of cards. Pure.

use crate::kernel::db::types::Instant;
use crate::kernel::ids::PersonId;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use utoipa::ToSchema;
use uuid::Uuid;

crate::id_type!(/// A card of a canvas: a note, or an element of the value proposition.
    CardId);

/// Most cards of a canvas.
pub const MOST_CARDS: usize = 1_000;

crate::text_enum! {
    /// Which canvas.
    pub enum Canvas {
        /// The collective business model.
        BusinessModel = "business_model",
        /// The value proposition.
        ValueProposition = "value_proposition",
    }
}

crate::text_enum! {
    /// A block of the collective business model.
    pub enum Block {
        /// Beneficiaries and members.
        Beneficiaries = "beneficiaries",
        /// What it is worth to them.
        Value = "value",
        /// How it reaches them.
        Channels = "channels",
        /// How the tie to them is kept.
        Relations = "relations",
        /// What it takes.
        Resources = "resources",
        /// What is done.
        Activities = "activities",
        /// Who helps.
        Partners = "partners",
        /// What it costs.
        Costs = "costs",
        /// What comes in.
        Income = "income",
        /// What it does for society.
        SocialImpact = "social_impact",
        /// What it does for the heritage.
        HeritageImpact = "heritage_impact",
        /// Who decides and how.
        Governance = "governance",
    }
}

crate::text_enum! {
    /// The colour of a note.
    pub enum Colour {
        /// Yellow.
        Yellow = "yellow",
        /// Green.
        Green = "green",
        /// Blue.
        Blue = "blue",
        /// Red.
        Red = "red",
        /// Violet.
        Violet = "violet",
        /// Grey.
        Grey = "grey",
    }
}

crate::text_enum! {
    /// What a note may point at.
    pub enum TargetKind {
        /// An activity of the project.
        Activity = "activity",
        /// A cost line of the project.
        CostLine = "cost_line",
        /// A partner of the project.
        Partner = "partner",
    }
}

/// What a note points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// What it is.
    pub kind: TargetKind,
    /// Its identifier.
    pub id: Uuid,
}

/// What can be written of a note.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteInput {
    /// The block it lies in.
    pub block: Block,
    /// What it says.
    #[schema(min_length = 1, max_length = 1000, pattern = r"\S", examples("نساء حرفيات من القصبة"))]
    pub text: String,
    /// Its colour.
    #[serde(default = "yellow")]
    pub colour: Colour,
    /// Its place among the notes of its block, ascending; at the end when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = -1_000_000_000.0, maximum = 1_000_000_000.0)]
    pub order: Option<f64>,
    /// What it points at.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub links: Vec<Target>,
}

fn yellow() -> Colour {
    Colour::Yellow
}

crate::text_enum! {
    /// A kind of element of the value proposition.
    pub enum ElementKind {
        /// People served.
        Segment = "segment",
        /// What people of a segment want to get done.
        Task = "task",
        /// What makes it hard for them.
        Difficulty = "difficulty",
        /// What they hope for.
        Gain = "gain",
        /// What the project offers.
        Offer = "offer",
        /// How an offer relieves a difficulty.
        Reliever = "reliever",
        /// How an offer creates a gain.
        Creator = "creator",
    }
}

impl ElementKind {
    /// The kind of element it lies in; none for segments and offers.
    pub fn parent(self) -> Option<Self> {
        match self {
            Self::Segment | Self::Offer => None,
            Self::Task | Self::Difficulty | Self::Gain => Some(Self::Segment),
            Self::Reliever | Self::Creator => Some(Self::Offer),
        }
    }
    /// The kind of element it may answer.
    pub fn answers(self) -> Option<Self> {
        match self {
            Self::Offer => Some(Self::Task),
            Self::Reliever => Some(Self::Difficulty),
            Self::Creator => Some(Self::Gain),
            Self::Segment | Self::Task | Self::Difficulty | Self::Gain => None,
        }
    }
}

/// What can be written of an element of the value proposition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ElementInput {
    /// What it is.
    pub kind: ElementKind,
    /// The segment or offer it lies in; none for a segment or an offer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<CardId>,
    /// What it says.
    #[schema(min_length = 1, max_length = 1000, pattern = r"\S", examples("صعوبة بيع المنتوج خارج الموسم"))]
    pub text: String,
    /// How much it matters to the people served, 1–5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1, maximum = 5)]
    pub weight: Option<i64>,
    /// Its place among its kind, ascending; at the end when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = -1_000_000_000.0, maximum = 1_000_000_000.0)]
    pub order: Option<f64>,
    /// What it answers: an offer tasks, a reliever difficulties, a creator gains.
    #[serde(default)]
    #[schema(max_items = 50)]
    pub answers: Vec<CardId>,
}

/// What a card says.
pub trait Content: Clone + PartialEq {
    /// Its place, when it was given one.
    fn order(&self) -> Option<f64>;
    /// Gives it a place.
    fn place(&mut self, order: f64);
}

impl Content for NoteInput {
    fn order(&self) -> Option<f64> {
        self.order
    }
    fn place(&mut self, order: f64) {
        self.order = Some(order);
    }
}

impl Content for ElementInput {
    fn order(&self) -> Option<f64> {
        self.order
    }
    fn place(&mut self, order: f64) {
        self.order = Some(order);
    }
}

/// A card as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Card<C> {
    /// Identifier.
    pub id: CardId,
    /// Version of the card.
    pub version: i64,
    /// Who wrote it, when it was a person.
    pub author: Option<PersonId>,
    /// When it was written.
    pub created_at: Instant,
    /// Last change.
    pub updated_at: Instant,
    /// What it says.
    pub content: C,
}

/// A canvas as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Board<C> {
    /// The cards.
    pub cards: Vec<Card<C>>,
}

impl<C> Default for Board<C> {
    fn default() -> Self {
        Self { cards: Vec::new() }
    }
}

impl<C: Content> Board<C> {
    /// The place of a card.
    pub fn position(&self, id: CardId) -> Option<usize> {
        self.cards.iter().position(|card| card.id == id)
    }
    /// A place behind every card.
    pub fn end(&self) -> f64 {
        self.cards.iter().filter_map(|card| card.content.order()).fold(0.0, f64::max).floor() + 1.0
    }
    /// Puts the cards into their order.
    pub fn sort(&mut self) {
        self.cards.sort_by(|a, b| {
            let (a_order, b_order) = (a.content.order().unwrap_or(0.0), b.content.order().unwrap_or(0.0));
            a_order.total_cmp(&b_order).then(a.id.cmp(&b.id))
        });
    }
}

impl Board<ElementInput> {
    /// Takes an element out, with what lies in it, and every answer to what is gone.
    pub fn remove(&mut self, id: CardId) {
        let gone: HashSet<CardId> =
            self.cards.iter().filter(|card| card.id == id || card.content.parent_id == Some(id)).map(|card| card.id).collect();
        self.cards.retain(|card| !gone.contains(&card.id));
        for card in &mut self.cards {
            let before = card.content.answers.len();
            card.content.answers.retain(|answer| !gone.contains(answer));
            if card.content.answers.len() < before {
                card.version += 1;
            }
        }
    }

    /// How many elements of a kind there are, and how many of them something answers.
    pub fn answered(&self, kind: ElementKind) -> (usize, usize) {
        let answers: HashSet<CardId> = self.cards.iter().flat_map(|card| card.content.answers.iter().copied()).collect();
        let of_kind: Vec<CardId> = self.cards.iter().filter(|card| card.content.kind == kind).map(|card| card.id).collect();
        (of_kind.len(), of_kind.iter().filter(|id| answers.contains(id)).count())
    }
}
