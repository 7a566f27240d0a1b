//! The pieces that the page is made of. Each is rendered again only when it is another one than before, or when a hook of its own
//! has changed.
//!
//! For Yew all of them are one component, [`Holder`]. Every further component would bring its own copy of Yew's life cycle into the
//! page, more than a kilobyte each.

use std::any::{Any, TypeId};
use std::rc::Rc;

use yew::functional::FunctionComponent;
use yew::html::{BaseComponent, Context};
use yew::prelude::*;
use yew::virtual_dom::{Key, VComp};

pub use yew::functional::{Hook, HookContext};

use super::rendered::rendered;

/// A piece of the page: what it is made from, and how that is shown.
pub trait Piece: PartialEq + 'static {
    /// What is shown. Hooks are called as `use_frame().run(hooks)`, always the same ones in the same order.
    fn show(&self, hooks: &mut HookContext) -> Html;
}

/// Puts a piece into the page.
pub fn piece(piece: impl Piece) -> Html {
    held(Rc::new(piece), None)
}

/// Puts a piece into a list that may change.
pub fn keyed(key: impl Into<Key>, piece: impl Piece) -> Html {
    held(Rc::new(piece), Some(key.into()))
}

fn held(piece: Rc<dyn AnyPiece>, key: Option<Key>) -> Html {
    VComp::new::<Holder>(Rc::new(HolderProps { piece }), key).into()
}

/// A piece of whatever type.
trait AnyPiece: Any {
    fn show(&self, hooks: &mut HookContext) -> Html;
    fn is(&self, other: &dyn Any) -> bool;
}

impl<P: Piece> AnyPiece for P {
    fn show(&self, hooks: &mut HookContext) -> Html {
        rendered(std::any::type_name::<P>);
        Piece::show(self, hooks)
    }

    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<P>().is_some_and(|other| other == self)
    }
}

#[derive(Properties)]
struct HolderProps {
    piece: Rc<dyn AnyPiece>,
}

impl HolderProps {
    fn kind(&self) -> TypeId {
        let piece: &dyn Any = &*self.piece;
        piece.type_id()
    }
}

impl PartialEq for HolderProps {
    fn eq(&self, other: &HolderProps) -> bool {
        self.piece.is(&*other.piece)
    }
}

/// The component that shows a piece.
struct Holder {
    hooks: FunctionComponent<Holder>,
}

impl FunctionProvider for Holder {
    type Properties = HolderProps;

    fn run(hooks: &mut HookContext, props: &HolderProps) -> HtmlResult {
        Ok(props.piece.show(hooks))
    }
}

impl BaseComponent for Holder {
    type Message = ();
    type Properties = HolderProps;

    fn create(ctx: &Context<Self>) -> Self {
        Holder { hooks: FunctionComponent::new(ctx) }
    }

    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &HolderProps) -> bool {
        // A piece of another type in the same place has hooks of its own.
        if ctx.props().kind() != before.kind() {
            self.hooks.destroy();
            self.hooks = FunctionComponent::new(ctx);
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> HtmlResult {
        self.hooks.render(ctx.props())
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        self.hooks.rendered();
    }

    fn destroy(&mut self, _: &Context<Self>) {
        self.hooks.destroy();
    }

    fn prepare_state(&self) -> Option<String> {
        self.hooks.prepare_state()
    }
}
