//! Relay connections: a list is answered page by page, in an order that new items do not disturb.

use super::{cursor::Cursor, scalar::Gql, types::Long};
use juniper::{GraphQLObject, LookAheadSelection};

/// Whether a field is asked for anywhere below a selection: what costs a statement is read only then.
#[must_use]
pub fn asks(selection: LookAheadSelection<'_, Gql>, field: &str) -> bool {
    selection.children().into_iter().any(|child| child.field_original_name() == field || asks(child, field))
}

/// Which part of a list an answer holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, GraphQLObject)]
#[graphql(scalar = Gql)]
pub struct PageInfo {
    /// Whether more items follow.
    pub has_next_page: bool,
    /// Whether items come before; known when the page was asked for with `after`.
    pub has_previous_page: bool,
    /// The first item's cursor.
    pub start_cursor: Option<Cursor>,
    /// Where the page ends, at its last item or behind it: send it as `after` to go on.
    pub end_cursor: Option<Cursor>,
}

/// One item and its place in the list.
#[derive(Clone, Debug)]
pub struct Edge<T> {
    /// The item's cursor.
    pub cursor: Cursor,
    /// The item.
    pub node: T,
}

/// One page of a list.
#[derive(Clone, Debug)]
pub struct Connection<T> {
    /// The items with their cursors.
    pub edges: Vec<Edge<T>>,
    /// Where the page lies.
    pub page: PageInfo,
    /// How many items the whole list has, where somebody counted.
    pub total: Option<Long>,
}

impl<T> Connection<T> {
    /// A page out of the rows that a store answered: it was asked for one row more than `first`.
    ///
    /// `later` says whether the page was asked for with `after`; `cursor` gives each item's cursor.
    pub fn cut(mut rows: Vec<T>, first: usize, later: bool, cursor: impl Fn(&T) -> Cursor) -> Self {
        let has_next_page = rows.len() > first;
        rows.truncate(first);
        let edges: Vec<_> = rows.into_iter().map(|node| Edge { cursor: cursor(&node), node }).collect();
        let page = PageInfo {
            has_next_page,
            has_previous_page: later,
            start_cursor: edges.first().map(|edge| edge.cursor.clone()),
            end_cursor: edges.last().map(|edge| edge.cursor.clone()),
        };
        Self { edges, page, total: None }
    }

    /// The same page of something else, item by item.
    pub fn map<U>(self, each: impl Fn(T) -> U) -> Connection<U> {
        let edge = |Edge { cursor, node }| Edge { cursor, node: each(node) };
        Connection { edges: self.edges.into_iter().map(edge).collect(), page: self.page, total: self.total }
    }

    /// The same page where the list was not read any further than to this cursor: perhaps with fewer items than were asked for.
    #[must_use]
    pub fn going_on(mut self, after: Cursor) -> Self {
        self.page.has_next_page = true;
        self.page.end_cursor = Some(after);
        self
    }

    /// The same page, with the number of items in the whole list.
    #[must_use]
    pub fn counted(mut self, total: i64) -> Self {
        self.total = Some(Long(total));
        self
    }
}

/// Gives a noun its connection and edge types:
/// `connection!(Kpi, "KpiConnection", "KpiEdge");` makes `Connection<Kpi>` a GraphQL type.
macro_rules! connection {
    ($node:ty, $connection:literal, $edge:literal) => {
        /// One page of a list.
        #[juniper::graphql_object(name = $connection, scalar = crate::graphql::Gql, context = crate::graphql::Context)]
        impl crate::graphql::kernel::connection::Connection<$node> {
            /// The items with their cursors.
            fn edges(&self) -> &[crate::graphql::kernel::connection::Edge<$node>] {
                &self.edges
            }

            /// The items alone.
            fn nodes(&self) -> Vec<&$node> {
                self.edges.iter().map(|edge| &edge.node).collect()
            }

            /// Which part of the list this is.
            fn page_info(&self) -> &crate::graphql::kernel::connection::PageInfo {
                &self.page
            }

            /// How many items the whole list has; null where counting would cost more than the page.
            fn total_count(&self) -> Option<crate::graphql::kernel::types::Long> {
                self.total
            }
        }

        /// One item of a list.
        #[juniper::graphql_object(name = $edge, scalar = crate::graphql::Gql, context = crate::graphql::Context)]
        impl crate::graphql::kernel::connection::Edge<$node> {
            /// The item's place in the list.
            fn cursor(&self) -> &crate::graphql::kernel::cursor::Cursor {
                &self.cursor
            }

            /// The item.
            fn node(&self) -> &$node {
                &self.node
            }
        }
    };
}
pub(crate) use connection;
