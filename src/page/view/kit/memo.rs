//! A memo: a part of the page that remembers what it was made from, and is rendered again only when it is made from something else
//! or when a hook of its own has changed. What stands in a memo and is none itself is a plain function that gives [`Html`].
//!
//! A memo pays where the part around it is rendered with every key typed and it itself hardly ever is, or where it needs hooks.
//!
//! For Yew all memos are one component, [`MemoComponent`], and a memo is the `dyn` value in its properties. Every further component would
//! bring its own copy of Yew's life cycle into the page, more than a kilobyte each.
//!
//! [`MemoComponent`] calls Yew's hooks by hand, which Yew does not promise to allow; so its version is pinned exactly. With Yew 0.23.0 a
//! memo must show something whatever it is made from: a component that renders nothing among siblings that come and go stops the
//! page with an error of `insertBefore` (<https://github.com/yewstack/yew/issues/4092>, mended after 0.23.0 by
//! <https://github.com/yewstack/yew/pull/4093>). One that has nothing to say renders an element that is `hidden`.

use std::any::{Any, TypeId};
use std::rc::Rc;

use yew::functional::FunctionComponent;
use yew::html::{BaseComponent, Context};
use yew::prelude::*;
use yew::virtual_dom::{Key, VComp};

pub use yew::functional::{Hook, HookContext};

use super::foreign::{own_is_done, undo_foreign};
use super::rendered::rendered;

/// What a memo is made from, and how that is shown.
pub trait Memo: PartialEq + 'static {
    /// What is shown. Hooks are called as `use_frame().run(hooks)`, always the same ones in the same order.
    fn show(&self, hooks: &mut HookContext) -> Html;
}

/// Puts a memo into the page.
pub fn memo(memo: impl Memo) -> Html {
    component(Rc::new(memo), None)
}

/// Puts a memo into a list that may change.
pub fn keyed_memo(key: impl Into<Key>, memo: impl Memo) -> Html {
    component(Rc::new(memo), Some(key.into()))
}

fn component(memo: Rc<dyn AnyMemo>, key: Option<Key>) -> Html {
    VComp::new::<MemoComponent>(Rc::new(MemoProps { memo }), key).into()
}

/// A memo of whatever type.
trait AnyMemo: Any {
    fn show(&self, hooks: &mut HookContext) -> Html;
    fn equals(&self, other: &dyn Any) -> bool;
}

impl<M: Memo> AnyMemo for M {
    fn show(&self, hooks: &mut HookContext) -> Html {
        rendered(std::any::type_name::<M>);
        Memo::show(self, hooks)
    }

    fn equals(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<M>().is_some_and(|other| other == self)
    }
}

#[derive(Properties)]
struct MemoProps {
    memo: Rc<dyn AnyMemo>,
}

impl MemoProps {
    fn kind(&self) -> TypeId {
        let memo: &dyn Any = &*self.memo;
        memo.type_id()
    }
}

impl PartialEq for MemoProps {
    fn eq(&self, other: &MemoProps) -> bool {
        self.memo.equals(&*other.memo)
    }
}

/// The component that shows a memo. Yew itself does not ask it again while its properties are equal.
struct MemoComponent {
    hooks: FunctionComponent<MemoComponent>,
}

impl FunctionProvider for MemoComponent {
    type Properties = MemoProps;

    fn run(hooks: &mut HookContext, props: &MemoProps) -> HtmlResult {
        Ok(props.memo.show(hooks))
    }
}

impl BaseComponent for MemoComponent {
    type Message = ();
    type Properties = MemoProps;

    fn create(ctx: &Context<Self>) -> Self {
        MemoComponent { hooks: FunctionComponent::new(ctx) }
    }

    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &MemoProps) -> bool {
        // A memo of another type in the same place has hooks of its own.
        if ctx.props().kind() != before.kind() {
            self.hooks.destroy();
            self.hooks = FunctionComponent::new(ctx);
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> HtmlResult {
        undo_foreign();
        self.hooks.render(ctx.props())
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        own_is_done();
        self.hooks.rendered();
    }

    fn destroy(&mut self, _: &Context<Self>) {
        self.hooks.destroy();
    }

    fn prepare_state(&self) -> Option<String> {
        self.hooks.prepare_state()
    }
}
